import {
  blue,
  box,
  chip,
  dot,
  figures,
  gear,
  green,
  grey,
  ground,
  ink,
  lamp,
  line,
  measure,
  mint,
  moved,
  oval,
  panel,
  path,
  plant,
  rose,
  sheet,
  sky,
  sun,
  times,
  turned,
  violet,
  water,
  waves,
  wheel,
  white,
  wire,
  yellow,
} from './demo-sheet.ts'

/** A poster of each that is shown: its drawing. */
const drawn = {
  glider:
    path('M120 330L840 250L850 290L520 350L120 370Z', sky) +
    path('M430 342L820 470L800 484L420 380Z', yellow) +
    path('M770 452L850 400L868 412L806 474Z', sky) +
    path('M770 470L800 380L824 390L806 474Z', rose) +
    dot(436, 360, 12, ink) +
    line(436, 372, 300, 640, { wide: 2, dash: '4 8' }) +
    measure(120, 190, 850, 190, '1000 mm') +
    ground(650) +
    path('M620 560q70 -20 130 10t120 -6', 'none', { stroke: blue, wide: 3 }),
  robot:
    path('M40 620C260 560 300 680 480 640S760 560 920 640', 'none', { wide: 22 }) +
    box(330, 300, 320, 190, mint, 18) +
    chip(390, 340, 180, 90, sky) +
    wheel(380, 520, 76) +
    wheel(610, 520, 76) +
    box(280, 470, 60, 60, yellow) +
    times(3, (n) => dot(290 + n * 20, 548, 8, n === 1 ? lamp : ink)) +
    wire('M310 470C300 420 340 390 390 388') +
    wire('M480 430V470', blue) +
    measure(330, 240, 650, 240, '160 mm') +
    times(3, (n) => line(292 + n * 18, 560, 284 + n * 22, 600, { stroke: lamp, wide: 2, dash: '6 6' })),
  weather:
    path('M180 640L480 470L780 640Z', rose) +
    line(480, 470, 480, 130, { wide: 10 }) +
    times(5, (n) => oval(480, 300 + n * 26, 84, 14)) +
    line(350, 170, 610, 170, { wide: 6 }) +
    times(3, (n) => dot(350 + n * 130, 170, 30, sky)) +
    turned(-24, 640, 400, panel(570, 350, 190, 110)) +
    box(330, 400, 110, 70, mint) +
    waves(300, 420) +
    sun(800, 150, 50) +
    path('M120 200q40 -60 90 -20q60 -30 80 30q30 40 -30 40h-130q-50 -10 -10 -50', white) +
    figures(120, 300, '-38°C', 30, blue) +
    line(40, 640, 920, 640),
  icebreaker:
    path('M120 430L220 560L760 560Q860 540 880 400L700 410L690 330L420 330L410 420Z', rose) +
    path('M172 498L220 560L760 560Q820 550 848 500Z', lamp) +
    box(450, 240, 200, 90) +
    times(4, (n) => box(468 + n * 46, 262, 30, 30, sky)) +
    box(560, 160, 60, 80, blue) +
    water(520) +
    path('M40 516L150 500L240 524L180 560L60 566Z', white) +
    path('M60 470L120 450L150 490L90 500Z', white) +
    measure(120, 640, 880, 640, '620 mm') +
    path('M590 150q-20 -40 20 -60q40 10 20 50', grey),
  ekranoplan:
    path('M140 360Q180 300 420 300L800 320Q860 330 840 370L420 400Q200 410 140 360Z', yellow) +
    path('M330 350L250 520L430 520L560 350Z', sky) +
    path('M720 320L770 190L840 190L820 330Z', rose) +
    path('M680 196L920 184L920 200L680 214Z', sky) +
    box(440, 250, 110, 50, grey, 20) +
    turned(0, 440, 275, line(430, 215, 430, 335, { wide: 8 })) +
    path('M190 340Q230 316 300 314L310 344Z', white) +
    water(590) +
    times(6, (n) => line(270 + n * 60, 540, 270 + n * 60, 580, { stroke: lamp, wide: 3, dash: '6 6' })) +
    measure(840, 440, 840, 580, '6 cm'),
  sumo:
    oval(480, 560, 400, 120, ink) +
    oval(480, 552, 372, 106, white) +
    oval(480, 548, 356, 98, '#3b4a54') +
    path('M250 500L300 340L420 320L470 500Z', lamp) +
    path('M200 520L250 500L470 500L470 530Z', grey) +
    wheel(400, 510, 44) +
    wheel(310, 516, 44) +
    dot(336, 380, 16, sky) +
    dot(390, 376, 16, sky) +
    path('M560 500L600 360L720 360L740 500Z', blue) +
    path('M540 510L560 500L740 500L740 524Z', grey) +
    wheel(690, 510, 40) +
    wheel(610, 514, 40) +
    waves(440, 400) +
    measure(200, 200, 470, 200, '200 mm') +
    figures(600, 230, '1.2 kg', 30),
  sorter:
    path('M160 100L420 100L320 240L260 240Z', yellow) +
    times(5, (n) => dot(210 + n * 40, 140 + (n % 2) * 30, 12, n % 2 ? lamp : green)) +
    box(240, 240, 100, 90, grey) +
    gear(290, 286, 34, 8) +
    line(120, 420, 640, 420, { wide: 14 }) +
    dot(130, 420, 34, grey) +
    dot(630, 420, 34, grey) +
    times(6, (n) => dot(190 + n * 76, 396, 13, n % 2 ? lamp : green)) +
    box(420, 200, 90, 110, sky) +
    path('M430 310L420 400M500 310L520 400', 'none', { stroke: lamp, wide: 2, dash: '6 6' }) +
    turned(24, 720, 470, box(640, 460, 150, 20, violet)) +
    box(600, 560, 130, 100, mint) +
    box(770, 560, 130, 100, rose) +
    dot(650, 600, 13, green) +
    dot(690, 620, 13, green) +
    dot(830, 610, 13, lamp) +
    ground(670),
  hexapod:
    times(3, (n) => path(`M${380 + n * 100} 360L${250 + n * 60} 260L${180 + n * 50} 560`, 'none', { wide: 12 })) +
    times(3, (n) => path(`M${380 + n * 100} 360L${590 + n * 60} 250L${680 + n * 60} 560`, 'none', { wide: 12 })) +
    times(3, (n) => dot(250 + n * 60, 260, 20, yellow) + dot(590 + n * 60, 250, 20, yellow)) +
    oval(480, 370, 190, 84, mint) +
    chip(410, 340, 140, 60, sky) +
    dot(330, 350, 18, lamp) +
    dot(330, 390, 18, lamp) +
    ground(570) +
    measure(180, 650, 800, 650, '34 cm'),
  irrigation:
    box(80, 130, 150, 220, sky, 10) +
    path('M84 220H226V346H84Z', blue) +
    wire('M230 320H330V540H860', blue) +
    times(5, (n) => line(420 + n * 100, 540, 420 + n * 100, 566, { stroke: blue, wide: 6 })) +
    times(5, (n) => plant(420 + n * 100, 600, 120 + (n % 3) * 26)) +
    times(5, (n) => path(`M${420 + n * 100} 572q-9 16 0 20q9 -4 0 -20`, sky, { wide: 2 })) +
    box(300, 260, 70, 70, yellow) +
    chip(500, 190, 200, 100) +
    wire('M500 240C450 240 430 290 370 296') +
    wire('M640 300C660 360 640 420 640 610', green) +
    turned(-18, 810, 190, panel(730, 140, 180, 100)) +
    box(60, 600, 840, 70, '#c9a27a', 4) +
    figures(90, 90, '24 l', 26),
  air:
    box(250, 160, 460, 300, mint, 22) +
    box(300, 210, 250, 150, ink, 8) +
    figures(330, 250, '1120', 56, '#6cf0a0') +
    figures(470, 330, 'ppm', 16, '#6cf0a0') +
    dot(620, 240, 24, '#1b7f4b') +
    dot(620, 305, 24, yellow) +
    dot(620, 370, 24, lamp) +
    times(5, (n) => line(320 + n * 40, 400, 320 + n * 40, 440, { wide: 5 })) +
    path('M80 540q40 -40 80 0t80 0', 'none', { stroke: blue }) +
    path('M80 600q40 -40 80 0t80 0', 'none', { stroke: blue }) +
    box(740, 480, 150, 190, sky, 2) +
    line(815, 480, 815, 670) +
    path('M740 480L690 500V690L740 670', white) +
    path('M650 560C560 600 420 560 270 590', 'none', { stroke: blue, dash: '12 10' }) +
    measure(250, 110, 710, 110, '120 mm'),
  cane:
    line(300, 120, 560, 600, { wide: 16 }) +
    line(302, 122, 558, 598, { stroke: white, wide: 8 }) +
    path('M300 120q-50 -60 -90 0', 'none', { wide: 16 }) +
    dot(560, 604, 18, lamp) +
    turned(62, 400, 300, box(330, 262, 140, 76, violet)) +
    dot(448, 300, 18, ink) +
    dot(428, 336, 18, ink) +
    times(3, (n) =>
      path(`M${490 + n * 60} ${260 - n * 20}q${60 + n * 12} ${50 + n * 20} ${10 + n * 10} ${130 + n * 40}`, 'none', { stroke: lamp }),
    ) +
    box(760, 420, 110, 190, grey) +
    ground(622) +
    measure(570, 660, 760, 660, '120 cm') +
    waves(330, 190, blue),
  hand:
    path('M380 660L390 470Q380 420 420 400L600 400Q640 420 630 470L640 660Z', sky) +
    [0, 40, 30, -20].map((more, n) => box(398 + n * 58, 210 - more, 46, 200 + more, mint, 22)).join('') +
    times(4, (n) => line(398 + n * 58, 290, 444 + n * 58, 290) + line(398 + n * 58, 350, 444 + n * 58, 350)) +
    turned(38, 650, 420, box(622, 280, 50, 180, mint, 22)) +
    times(4, (n) =>
      path(`M${421 + n * 58} 230C${421 + n * 50} 420 ${470 + n * 20} 520 ${470 + n * 20} 640`, 'none', { stroke: lamp, wide: 3 }),
    ) +
    times(3, (n) => box(450 + n * 46, 560, 36, 66, yellow)) +
    dot(510, 460, 30, white) +
    measure(800, 180, 800, 660, '19 cm') +
    figures(110, 300, '300 g', 30, lamp),
  globe:
    path('M130 520L330 260L860 260L780 520Z', white) +
    path('M130 520V570L780 570V520', yellow) +
    path('M780 570L860 310V260', yellow) +
    path('M300 420q60 -90 140 -50t120 -60t90 60q40 80 -90 110t-200 0q-80 -10 -60 -60', mint) +
    path('M330 400C430 430 480 350 640 400', 'none', { stroke: blue, wide: 7 }) +
    times(5, (n) => dot(360 + n * 76, 470 - (n % 2) * 70, 9, lamp)) +
    times(6, (n) => dot(240 + (n % 2) * 22, 440 + Math.floor(n / 2) * 22, 6, ink)) +
    times(4, (n) => dot(700 + (n % 2) * 22, 320 + Math.floor(n / 2) * 22, 6, ink)) +
    path('M560 200L520 330L560 350L600 220Z', rose) +
    measure(130, 620, 780, 620, '300 mm'),
  dog:
    path('M180 330Q210 270 300 290L560 290Q640 290 650 360L640 430L250 430Q190 420 180 330Z', yellow) +
    path('M200 320Q140 320 110 250Q170 200 230 250L280 290', yellow) +
    path('M170 232L190 170L230 236', lamp) +
    dot(150, 262, 7, ink) +
    line(270, 430, 250, 580, { wide: 22 }) +
    line(330, 430, 330, 580, { wide: 22 }) +
    path('M650 340Q720 280 730 230', 'none', { wide: 12 }) +
    path('M420 300L640 300L640 500', 'none', { stroke: blue, wide: 14 }) +
    path('M420 300Q420 440 520 440L640 440', 'none', { stroke: lamp, wide: 8 }) +
    wheel(640, 520, 76, sky) +
    path('M600 440q40 60 80 40', 'none', { wide: 6 }) +
    ground(600) +
    measure(420, 220, 640, 220, '28 cm'),
  turbine:
    line(480, 640, 480, 110, { wide: 12 }) +
    line(320, 180, 640, 180, { wide: 8 }) +
    line(320, 440, 640, 440, { wide: 8 }) +
    path('M310 140Q240 310 310 480L346 480Q290 310 346 140Z', sky) +
    path('M650 140Q720 310 650 480L614 480Q670 310 614 140Z', sky) +
    path('M462 140Q420 310 462 480L500 480Q470 310 500 140Z', mint) +
    path('M380 96Q480 60 580 96M560 74L582 97L552 106', 'none', { stroke: lamp }) +
    box(420, 560, 120, 80, grey) +
    gear(480, 600, 30, 10) +
    wire('M540 600C640 600 680 600 740 580') +
    box(740, 530, 120, 90, yellow) +
    box(760, 514, 20, 16, ink, 0) +
    box(820, 514, 20, 16, ink, 0) +
    times(3, (n) => path(`M50 ${200 + n * 100}q50 -28 100 0t80 0`, 'none', { stroke: blue, wide: 3 })) +
    ground(650) +
    measure(760, 140, 760, 480, '60 cm') +
    figures(760, 560, '12 V', 26, lamp),
  plotter:
    box(120, 600, 720, 40, grey) +
    box(150, 200, 40, 400, sky) +
    box(770, 200, 40, 400, sky) +
    line(190, 260, 770, 260, { wide: 10 }) +
    line(190, 300, 770, 300, { wide: 10 }) +
    box(470, 230, 110, 100, mint) +
    line(525, 330, 525, 500, { wide: 10 }) +
    path('M515 500L525 540L535 500Z', lamp) +
    box(110, 240, 50, 80, yellow) +
    gear(136, 280, 40, 12) +
    path('M250 580L700 580L740 480L310 480Z', white) +
    path('M360 560q30 -70 80 -20t85 0t60 -40', 'none', { stroke: blue, wide: 5 }) +
    chip(330, 80, 200, 80) +
    wire('M330 120C200 120 140 160 136 236') +
    measure(190, 680, 770, 680, '210 mm'),
  tracker:
    sun(800, 130, 60) +
    turned(-32, 400, 330, box(220, 300, 360, 40, sky)) +
    turned(-32, 400, 330, panel(230, 280, 340, 24)) +
    line(400, 340, 400, 600, { wide: 14 }) +
    gear(400, 400, 50, 12, yellow) +
    gear(478, 430, 32, 8, grey) +
    box(460, 440, 90, 70, violet) +
    box(280, 600, 240, 40, grey) +
    line(740, 180, 470, 300, { stroke: lamp, dash: '14 10' }) +
    line(460, 300, 130, 520, { stroke: lamp, dash: '14 10' }) +
    box(80, 520, 100, 110, rose) +
    path('M560 600A160 160 0 0 0 520 480', 'none', { stroke: blue, wide: 3 }) +
    figures(580, 520, '32°', 30, blue) +
    ground(650),
  stop:
    path('M160 250L800 210L800 250L160 290Z', blue) +
    line(190, 288, 190, 630, { wide: 12 }) +
    line(770, 252, 770, 630, { wide: 12 }) +
    path('M210 320H750V560H210Z', '#e9f5fb') +
    box(290, 500, 380, 30, yellow) +
    line(320, 530, 320, 620, { wide: 8 }) +
    line(640, 530, 640, 620, { wide: 8 }) +
    times(4, (n) => path(`M${340 + n * 90} 490q-16 -24 0 -44t0 -40`, 'none', { stroke: lamp })) +
    turned(-4, 480, 200, panel(330, 130, 300, 80)) +
    box(670, 330, 70, 100, ink) +
    figures(684, 366, '5', 30, '#ffe58a') +
    times(9, (n) => dot(60 + n * 104, 90 + ((n * 37) % 70), 5, white, { wide: 2, stroke: blue })) +
    ground(632),
  sail:
    path('M180 500L780 500Q720 600 600 600L320 600Q220 590 180 500Z', '#c9a27a') +
    line(470, 500, 470, 90, { wide: 10 }) +
    path('M484 110Q700 260 740 470L484 470Z', white) +
    path('M456 150Q300 300 240 470L456 470Z', sky) +
    path('M484 300Q620 320 690 380', 'none', { stroke: blue, wide: 3 }) +
    path('M470 90L530 104L470 124Z', lamp) +
    path('M430 600L510 600L500 680L450 680Z', grey) +
    water(560) +
    measure(810, 100, 810, 600, '52 cm'),
  rocket:
    path('M420 180Q480 60 540 180L540 470L420 470Z', sky) +
    path('M424 330H536V466H424Z', blue) +
    path('M420 400L350 520L420 480Z', lamp) +
    path('M540 400L610 520L540 480Z', lamp) +
    box(450, 470, 60, 40, grey) +
    times(5, (n) => path(`M${450 + n * 15} 512q${(n - 2) * 20} 60 ${(n - 2) * 50} 110`, 'none', { stroke: blue })) +
    path('M260 640L400 600L560 600L700 640Z', yellow) +
    path('M620 150q60 -70 120 0L680 250Z', rose) +
    line(680, 250, 540, 190, { wide: 2 }) +
    measure(250, 100, 250, 510, '45 cm') +
    ground(650) +
    figures(720, 420, '38 m', 30, lamp),
  rubber:
    oval(480, 190, 340, 26, yellow) +
    line(480, 190, 480, 300, { wide: 8 }) +
    path('M330 330Q340 290 480 290Q640 300 640 380Q620 450 480 450Q330 450 330 330Z', mint) +
    path('M350 330Q370 306 450 306L450 370L340 370Z', sky) +
    path('M640 370L840 330L850 360L640 410Z', mint) +
    oval(850, 340, 20, 60, yellow) +
    line(390, 450, 370, 520, { wide: 8 }) +
    line(570, 450, 590, 520, { wide: 8 }) +
    line(320, 520, 640, 520, { wide: 10 }) +
    path('M480 300C450 340 510 360 480 400S510 430 480 448', 'none', { stroke: lamp, wide: 6 }) +
    ground(600) +
    figures(720, 520, '9 s', 30, lamp),
  eraser:
    box(80, 80, 800, 420, '#2f5d50', 8) +
    path('M140 200q60 -60 110 0t110 0', 'none', { stroke: white, wide: 5 }) +
    path('M620 160L700 300M700 160L620 300', 'none', { stroke: '#7fa99c', wide: 5 }) +
    line(80, 116, 880, 116, { stroke: grey, wide: 8 }) +
    box(430, 130, 170, 190, yellow, 14) +
    box(410, 320, 210, 60, lamp, 6) +
    wheel(460, 130, 30) +
    wheel(570, 130, 30) +
    chip(460, 190, 110, 60, sky) +
    path('M430 420H700M640 400L700 420L640 440', 'none', { stroke: white }) +
    measure(410, 560, 620, 560, '22 cm') +
    ground(650),
  maze:
    box(90, 90, 780, 540, white, 4) +
    path(
      'M90 250H330M330 90V250M470 250V470M200 380H470M200 380V530M600 90V300M600 300H740M740 300V470M340 630V500M600 630V430M470 250H520',
      'none',
      { wide: 16 },
    ) +
    path('M140 590V450Q150 320 250 315H400V180H530V360Q540 540 670 540H800V170', 'none', { stroke: lamp, dash: '14 12' }) +
    moved(
      640,
      480,
      oval(60, 60, 70, 46, grey) +
        wheel(20, 92, 22) +
        wheel(96, 92, 22) +
        dot(112, 48, 8, ink) +
        path('M-10 60q-60 10 -70 -30', 'none', { wide: 5 }),
    ) +
    dot(800, 160, 26, green),
  syringe:
    box(160, 560, 220, 60, grey) +
    line(270, 560, 330, 330, { wide: 26 }) +
    line(330, 330, 620, 230, { wide: 22 }) +
    dot(330, 330, 26, yellow) +
    dot(270, 556, 26, yellow) +
    path('M620 230L720 260L700 330M620 230L700 190L760 230', 'none', { wide: 12 }) +
    dot(735, 290, 30, rose) +
    turned(-66, 360, 470, box(300, 450, 130, 40, sky)) +
    turned(-18, 470, 330, box(400, 312, 130, 38, sky)) +
    wire('M380 540C520 600 560 560 640 560', blue) +
    wire('M530 330C640 380 600 500 640 500', lamp) +
    times(
      3,
      (n) =>
        box(640, 480 + n * 56, 150, 38, sky) +
        line(790, 499 + n * 56, 850, 499 + n * 56, { wide: 8 }) +
        line(850, 480 + n * 56, 850, 518 + n * 56, { wide: 8 }),
    ) +
    ground(660),
  lights:
    box(380, 90, 200, 440, ink, 30) +
    dot(480, 170, 56, lamp) +
    dot(480, 310, 56, yellow) +
    dot(480, 450, 56, '#57c98a') +
    line(480, 530, 480, 640, { wide: 16 }) +
    chip(660, 400, 200, 100) +
    wire('M660 450C620 450 620 580 490 590') +
    times(5, (n) => box(70 + n * 56, 600, 36, 46, white, 0)) +
    waves(620, 260, blue) +
    path('M160 300q0 -60 60 -60t60 60v120h-120Z', sky) +
    ground(652) +
    figures(690, 540, '20 s', 28),
  bell:
    box(110, 180, 130, 240, grey, 16) +
    dot(175, 300, 36, lamp) +
    waves(270, 300) +
    path('M380 300H560', 'none', { stroke: blue, dash: '14 12' }) +
    path('M600 420Q600 240 720 220Q840 240 840 420Z', yellow) +
    box(680, 420, 80, 50, grey) +
    times(7, (n) => turned(-75 + n * 25, 720, 380, line(720, 190, 720, 140, { stroke: lamp }))) +
    box(560, 540, 320, 50, mint) +
    times(5, (n) => path(`M${600 + n * 60} 620q10 -14 20 0t20 0`, 'none', { stroke: lamp, wide: 3 })) +
    chip(330, 480, 160, 80, sky) +
    wire('M490 520C520 520 530 560 560 564'),
  radio:
    box(150, 480, 660, 120, '#c9a27a') +
    box(240, 260, 150, 220, white, 60) +
    times(14, (n) => path(`M240 ${284 + n * 13}H390`, 'none', { stroke: lamp, wide: 5 })) +
    path('M470 480V420H560V480M516 420V330', 'none') +
    path('M480 420L550 420L516 360Z', yellow) +
    path('M516 330C560 200 700 240 860 90', 'none', { wide: 3 }) +
    wire('M390 300C430 240 500 260 516 330', ink) +
    path('M640 470Q620 330 710 320Q800 330 780 470', 'none', { wide: 14 }) +
    box(614, 430, 50, 80, ink, 20) +
    box(760, 430, 50, 80, ink, 20) +
    line(200, 600, 200, 660) +
    times(3, (n) => line(164 + n * 12, 660 + n * 14, 236 - n * 12, 660 + n * 14)) +
    times(3, (n) => path(`M${820 - n * 34} ${60 + n * 8}q30 30 20 ${70 + n * 20}`, 'none', { stroke: blue })),
  dombra:
    turned(
      24,
      480,
      360,
      path('M480 330C600 380 620 560 480 620C340 560 360 380 480 330Z', '#c9a27a') +
        dot(480, 500, 22, ink) +
        box(462, 60, 36, 290, '#a97c50', 4) +
        times(9, (n) => line(462, 110 + n * 26, 498, 110 + n * 26, { wide: 2 })) +
        path('M456 60L470 -10H490L504 60Z', '#a97c50') +
        line(474, 10, 474, 580, { stroke: white, wide: 2 }) +
        line(486, 10, 486, 580, { stroke: white, wide: 2 }) +
        box(450, 576, 60, 12, ink, 3) +
        path('M420 560q60 -70 120 0', 'none', { stroke: lamp, wide: 3 }),
    ) +
    path('M90 560q40 -60 80 0t80 0', 'none', { stroke: lamp }) +
    path('M110 610q30 -40 60 0t60 0', 'none', { stroke: blue }) +
    gear(790, 180, 60, 12, sky) +
    measure(640, 660, 900, 660, '84 cm'),
  parts:
    gear(250, 260, 120, 16, sky) +
    gear(418, 380, 76, 10, mint) +
    path('M600 160H800V240H700V360H600Z', yellow) +
    dot(640, 200, 18) +
    dot(640, 320, 18) +
    dot(760, 200, 18) +
    path('M620 460h180a40 40 0 0 1 0 80h-180Z', rose) +
    dot(800, 500, 20) +
    line(160, 560, 480, 560, { wide: 16 }) +
    box(280, 500, 70, 60, grey) +
    path('M315 560V610', 'none', { stroke: lamp, wide: 8 }) +
    box(200, 620, 240, 26, violet) +
    measure(600, 110, 800, 110, '40 mm') +
    figures(620, 600, '3 g', 28, lamp),
  oven:
    sun(790, 120, 60) +
    path('M180 300L760 300L680 560L260 560Z', yellow) +
    path('M180 300L120 140L700 140L760 300Z', sky) +
    path('M230 330L710 330L650 530L290 530Z', ink) +
    path('M240 340L700 340L690 372L250 372Z', sky) +
    box(400, 430, 150, 90, lamp, 10) +
    line(380, 430, 570, 430, { wide: 10 }) +
    times(3, (n) => path(`M${430 + n * 46} 410q-14 -20 0 -36`, 'none', { stroke: white })) +
    line(730, 170, 520, 250, { stroke: lamp, dash: '14 10' }) +
    line(520, 250, 470, 420, { stroke: lamp, dash: '14 10' }) +
    figures(110, 610, '96°C', 34, lamp) +
    ground(660),
  farm:
    box(240, 90, 480, 560, white, 8) +
    times(
      3,
      (n) =>
        box(240, 230 + n * 180, 480, 34, '#c9a27a', 0) +
        times(5, (m) => moved(300 + m * 90, 230 + n * 180, plant(0, 0, 78), 0.9)) +
        box(260, 100 + n * 180, 440, 14, violet, 4),
    ) +
    wire('M720 640H820V120H720', blue) +
    box(770, 560, 100, 90, sky) +
    wire('M720 430H820', blue) +
    measure(180, 90, 180, 650, '90 cm') +
    box(60, 540, 90, 110, grey) +
    figures(70, 580, '14 h', 22),
  maglev:
    path('M80 520H880L900 560H60Z', grey) +
    times(12, (n) => box(110 + n * 64, 496, 44, 24, n % 2 ? lamp : blue, 2)) +
    path('M240 440Q260 330 420 320L700 320Q790 330 800 440Z', mint) +
    times(5, (n) => box(390 + n * 76, 350, 50, 44, sky)) +
    times(6, (n) => box(280 + n * 84, 440, 50, 22, n % 2 ? blue : lamp, 2)) +
    times(6, (n) => line(305 + n * 84, 470, 305 + n * 84, 490, { stroke: ink, wide: 2 })) +
    measure(850, 462, 850, 496, '8 mm') +
    path('M150 380H60M150 410H90M150 350H100', 'none', { stroke: blue }) +
    ground(620) +
    line(200, 560, 200, 620, { wide: 10 }) +
    line(760, 560, 760, 620, { wide: 10 }),
} as const satisfies Record<string, string>

export type Poster = keyof typeof drawn

export const posterOf = (word: Poster): string => sheet(drawn[word])
