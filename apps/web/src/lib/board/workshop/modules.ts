import { drawPart, each, pitch, type PartGroup, type Row } from './part.ts'

/** Modules with a few pins: names and order as they are printed. */

const step = 36
const foot = (w: number, ...pins: string[]): Row => ({ side: 'bottom', from: w / 2 - ((pins.length - 1) * step) / 2, step, pins })
const head = (w: number, ...pins: string[]): Row => ({ ...foot(w, ...pins), side: 'top' })
const signal = '<5.5'

const sensor = { group: 'sensors' as PartGroup }
const input = { group: 'inputs' as PartGroup }
const light = { group: 'lights' as PartGroup }
const motion = { group: 'motion' as PartGroup }
const display = { group: 'displays' as PartGroup }
const radio = { group: 'radio' as PartGroup }
const power = { group: 'power' as PartGroup }

export const modules = {
  hcsr04: drawPart({
    ...sensor,
    w: 176,
    h: 92,
    colour: 'blue',
    mark: 'HC-SR04',
    markAt: [88, 12],
    boxes: [
      [10, 10, 56, 56, 'silver', 'T', 28],
      [110, 10, 56, 56, 'silver', 'R', 28],
    ],
    rows: [foot(176, 'VCC=4.5-5.5!', 'Trig<5.5', 'Echo>5', 'GND=0!')],
  }),
  dht22: drawPart({
    ...sensor,
    w: 148,
    h: 116,
    colour: 'white',
    mark: 'DHT22',
    markAt: [74, 18],
    boxes: [
      [20, 34, 108, 4, 'silver'],
      [20, 46, 108, 4, 'silver'],
      [20, 58, 108, 4, 'silver'],
      [20, 70, 108, 4, 'silver'],
    ],
    rows: [foot(148, 'VCC=3.3-6!', 'DATA<6', 'NC', 'GND=0!')],
  }),
  ldr: drawPart({
    ...sensor,
    w: 152,
    h: 84,
    colour: 'navy',
    mark: 'LDR',
    markAt: [112, 30],
    boxes: [
      [22, 10, 36, 36, 'gold', '', 18],
      [70, 16, 22, 22, 'blue'],
    ],
    rows: [foot(152, 'VCC=3.3-5.5!', 'GND=0!', 'DO', 'AO')],
  }),
  pir: drawPart({
    ...sensor,
    w: 128,
    h: 116,
    colour: 'green',
    mark: 'PIR HC-SR501',
    markAt: [64, 82],
    boxes: [[30, 6, 68, 68, 'white', '', 34]],
    rows: [foot(128, 'VCC=4.5-20!', 'OUT>3.3', 'GND=0!')],
  }),
  soil: drawPart({
    ...sensor,
    w: 116,
    h: 176,
    colour: 'black',
    mark: 'Soil v1.2',
    markAt: [58, 118],
    boxes: [
      [34, 14, 8, 84, 'gold'],
      [54, 14, 8, 84, 'gold'],
      [74, 14, 8, 84, 'gold'],
    ],
    rows: [foot(116, 'GND=0!', 'VCC=3.3-5.5!', 'AOUT')],
  }),
  line: drawPart({
    ...sensor,
    w: 152,
    h: 84,
    colour: 'navy',
    mark: 'TCRT5000',
    markAt: [104, 28],
    boxes: [
      [18, 12, 22, 32, 'chip'],
      [42, 12, 22, 32, 'glass'],
    ],
    rows: [foot(152, 'VCC=3.3-5.5!', 'GND=0!', 'DO', 'AO')],
  }),
  irReceiver: drawPart({
    ...sensor,
    w: 116,
    h: 84,
    colour: 'chip',
    mark: 'VS1838B',
    markAt: [58, 54],
    boxes: [[36, 6, 44, 38, 'black', '', 19]],
    rows: [foot(116, 'OUT', 'GND=0!', 'VCC=2.7-5.5!')],
  }),

  potentiometer: drawPart({
    ...input,
    w: 116,
    h: 112,
    colour: 'blue',
    mark: '10 kΩ',
    markAt: [58, 82],
    boxes: [
      [28, 8, 60, 60, 'silver', '', 30],
      [54, 12, 8, 28, 'chip'],
    ],
    rows: [foot(116, '1', 'W', '3')],
  }),
  button: drawPart({
    ...input,
    w: 84,
    h: 92,
    colour: 'silver',
    mark: '',
    boxes: [[22, 26, 40, 40, 'chip', '', 20]],
    rows: [head(84, '1A', '2A'), foot(84, '1B', '2B')],
    joined: [
      ['1A', '1B'],
      ['2A', '2B'],
    ],
  }),
  joystick: drawPart({
    ...input,
    w: 188,
    h: 148,
    colour: 'navy',
    mark: 'KY-023',
    markAt: [36, 16],
    boxes: [
      [46, 14, 96, 96, 'chip', '', 48],
      [68, 36, 52, 52, 'black', '', 26],
    ],
    rows: [foot(188, 'GND=0!', '+5V=3.3-5.5!', 'VRx', 'VRy', 'SW')],
  }),

  led: drawPart({
    ...light,
    w: 72,
    h: 92,
    colour: 'white',
    mark: '',
    boxes: [
      [16, 10, 40, 44, 'red', '', 20],
      [12, 46, 48, 10, 'red'],
    ],
    rows: [foot(72, 'A', 'K')],
  }),
  rgbLed: drawPart({
    ...light,
    w: 148,
    h: 92,
    colour: 'white',
    mark: 'RGB',
    markAt: [28, 20],
    boxes: [
      [54, 10, 40, 44, 'glass', '', 20],
      [50, 46, 48, 10, 'glass'],
    ],
    rows: [foot(148, 'R', 'K', 'G', 'B')],
  }),
  neopixel: drawPart({
    ...light,
    w: 320,
    h: 84,
    colour: 'chip',
    mark: 'WS2812B',
    markAt: [160, 70],
    boxes: [60, 108, 156, 204].map((x) => [x, 22, 36, 36, 'white', '', 4] as const),
    rows: [
      { side: 'left', from: 20, step: 22, pins: ['5V=3.7-5.3!', 'DIN<5.5', 'GND=0!'] },
      { side: 'right', from: 20, step: 22, pins: ['5V=3.7-5.3', 'DOUT', 'GND=0'] },
    ],
  }),
  buzzer: drawPart({
    ...light,
    w: 84,
    h: 104,
    colour: 'chip',
    round: 14,
    mark: '',
    boxes: [
      [12, 8, 60, 60, 'black', '', 30],
      [36, 32, 12, 12, 'silver', '', 6],
    ],
    rows: [foot(84, '+', '−')],
  }),

  servo: drawPart({
    ...motion,
    w: 132,
    h: 156,
    colour: 'blue',
    mark: 'SG90',
    markAt: [66, 98],
    boxes: [
      [36, 18, 60, 60, 'navy', '', 30],
      [60, 6, 12, 72, 'white', '', 6],
    ],
    rows: [foot(132, 'GND=0!', 'V+=4.8-6!', 'PWM<5.5')],
  }),
  dcMotor: drawPart({
    ...motion,
    w: 100,
    h: 116,
    colour: 'silver',
    round: 18,
    mark: 'M',
    markAt: [50, 62],
    boxes: [[44, -12, 12, 16, 'gold']],
    rows: [foot(100, 'M1', 'M2')],
  }),
  stepper: drawPart({
    ...motion,
    w: 236,
    h: 156,
    colour: 'green',
    mark: '28BYJ-48 + ULN2003',
    markAt: [118, 106],
    boxes: [
      [20, 10, 84, 84, 'silver', '', 42],
      [56, 46, 12, 12, 'gold', '', 6],
      [128, 22, 90, 30, 'chip', 'ULN2003'],
      [140, 66, 66, 20, 'white'],
    ],
    rows: [foot(236, ...each('IN1 IN2 IN3 IN4', signal), '−=0!', '+=5-12!')],
  }),
  l298n: drawPart({
    ...motion,
    w: 232,
    h: 232,
    colour: 'red',
    mark: 'L298N',
    markAt: [116, 126],
    boxes: [
      [66, 14, 100, 54, 'chip'],
      [92, 74, 48, 36, 'chip', 'L298N'],
    ],
    rows: [
      { side: 'left', from: 66, step: 36, pins: ['OUT1', 'OUT2'] },
      { side: 'right', from: 66, step: 36, pins: ['OUT3', 'OUT4'] },
      { side: 'bottom', from: 24, step, pins: ['+12V=5-35!', 'GND=0!', '+5V'] },
      { side: 'bottom', from: 136, step: pitch, pins: each('ENA IN1 IN2 IN3 IN4 ENB', signal) },
    ],
  }),
  tb6612: drawPart({
    ...motion,
    w: 160,
    h: 200,
    colour: 'red',
    mark: 'TB6612FNG',
    markAt: [80, 20],
    boxes: [[56, 72, 48, 60, 'chip']],
    rows: [
      { side: 'left', from: 42, step: 20, pins: [...each('PWMA AIN2 AIN1 STBY BIN1 BIN2 PWMB', signal), 'GND=0!'] },
      {
        side: 'right',
        from: 42,
        step: 20,
        pins: ['VM=2.5-13.5!', 'VCC=2.7-5.5!', 'GND=0', 'AO1', 'AO2', 'BO2', 'BO1', 'GND=0'],
      },
    ],
  }),
  relay: drawPart({
    ...motion,
    w: 128,
    h: 176,
    colour: 'navy',
    mark: 'Relay 5 V',
    markAt: [64, 132],
    boxes: [[30, 40, 68, 78, 'blue', 'SRD-05VDC']],
    rows: [head(128, 'NO', 'COM', 'NC'), foot(128, 'VCC=4.5-5.5!', 'GND=0!', 'IN<5.5')],
  }),

  lcd: drawPart({
    ...display,
    w: 368,
    h: 148,
    colour: 'green',
    mark: 'LCD 16×2 I²C',
    markAt: [200, 136],
    boxes: [
      [64, 22, 280, 96, 'chip'],
      [80, 38, 248, 64, 'glass', '16 × 2'],
    ],
    rows: [{ side: 'left', from: 32, step: 28, pins: ['GND=0!', 'VCC=4.5-5.5!', 'SDA>5', 'SCL>5'] }],
  }),
  oled: drawPart({
    ...display,
    w: 160,
    h: 148,
    colour: 'navy',
    mark: 'OLED 0.96″',
    markAt: [80, 136],
    boxes: [[10, 46, 140, 78, 'black', '128 × 64']],
    rows: [head(160, 'GND=0!', 'VCC=3.3-5.5!', 'SCL<5.5', 'SDA<5.5')],
  }),

  hc05: drawPart({
    ...radio,
    w: 240,
    h: 108,
    colour: 'blue',
    mark: 'HC-05',
    markAt: [204, 44],
    boxes: [
      [20, 10, 130, 62, 'green', 'Bluetooth'],
      [20, 10, 24, 62, 'gold'],
    ],
    rows: [foot(240, 'STATE>3.3', 'RXD<3.6', 'TXD>3.3', 'GND=0!', 'VCC=3.6-6!', 'EN')],
  }),
  nrf24: drawPart({
    ...radio,
    w: 160,
    h: 116,
    colour: 'chip',
    mark: 'nRF24L01+',
    markAt: [80, 12],
    boxes: [
      [62, 26, 36, 18, 'gold'],
      [64, 56, 32, 32, 'black'],
    ],
    rows: [
      { side: 'left', from: 32, step: 22, pins: ['GND=0!', ...each('CE SCK', signal), 'MISO>3.3'] },
      { side: 'right', from: 32, step: 22, pins: ['VCC=1.9-3.6!', ...each('CSN MOSI', signal), 'IRQ>3.3'] },
    ],
  }),
  microSd: drawPart({
    ...radio,
    w: 236,
    h: 108,
    colour: 'blue',
    mark: 'microSD',
    markAt: [118, 64],
    boxes: [[66, 6, 104, 48, 'silver', 'SD']],
    rows: [foot(236, 'GND=0!', 'VCC=4.5-5.5!', 'MISO>3.3', ...each('MOSI SCK CS', signal))],
  }),

  batteryBox: drawPart({
    ...power,
    w: 176,
    h: 148,
    colour: 'black',
    mark: '',
    boxes: [16, 52, 88].map((y, i) => [14, y - 4, 148, 26, 'gold', i === 1 ? '4 × AA · 6 V' : '', 8] as const),
    rows: [foot(176, '+=+6', '−=0')],
  }),
  liIon: drawPart({
    ...power,
    w: 236,
    h: 92,
    colour: 'black',
    mark: '',
    boxes: [
      [44, 18, 148, 56, 'blue', '18650 · 3.7 V', 6],
      [192, 34, 8, 24, 'silver'],
    ],
    rows: [
      { side: 'left', from: 46, pins: ['−=0'] },
      { side: 'right', from: 46, pins: ['+=+3.7'] },
    ],
  }),
  mosfet: drawPart({
    ...power,
    w: 168,
    h: 148,
    colour: 'navy',
    mark: 'IRF520',
    markAt: [84, 104],
    boxes: [
      [64, 26, 40, 52, 'chip'],
      [64, 14, 40, 14, 'silver'],
    ],
    rows: [
      { side: 'left', from: 44, step: 34, pins: ['VIN=3-24!', 'GND=0'] },
      { side: 'right', from: 44, step: 34, pins: ['V+', 'V−'] },
      foot(168, 'SIG<5.5', 'VCC', 'GND=0!'),
    ],
  }),
}
