import { drawPart, each, split } from './part.ts'

/** Pins as they stand on the boards, seen from above. */

const avr = '~5'
const logic3 = '~3.3'
const powerOfUno = ['NC', 'IOREF', 'RESET', '3V3=+3.3', '5V=+5', 'GND=0', 'GND=0', 'VIN=7-12']

export const controllers = {
  uno: drawPart({
    group: 'controllers',
    w: 432,
    h: 320,
    colour: 'teal',
    mark: 'UNO',
    markAt: [296, 130],
    boxes: [
      [-14, 40, 72, 66, 'silver', 'USB'],
      [-8, 226, 70, 56, 'chip', '7–12 V'],
      [216, 186, 190, 44, 'chip', 'ATmega328P'],
      [90, 92, 30, 30, 'chip'],
    ],
    rows: [
      { side: 'top', from: 110, pins: ['SCL~5', 'SDA~5', 'AREF', 'GND=0', ...each('D13 D12 D11 D10 D9 D8', avr)] },
      { side: 'top', from: 282, pins: each('D7 D6 D5 D4 D3 D2 D1/TX D0/RX', avr) },
      { side: 'bottom', from: 166, pins: powerOfUno },
      { side: 'bottom', from: 314, pins: each('A0 A1 A2 A3 A4 A5', avr) },
    ],
    joined: [
      ['A4', 'SDA'],
      ['A5', 'SCL'],
    ],
  }),
  nano: drawPart({
    group: 'controllers',
    w: 160,
    h: 288,
    colour: 'blue',
    mark: 'NANO',
    markAt: [80, 214],
    boxes: [
      [60, -10, 40, 36, 'silver', 'USB'],
      [54, 100, 52, 52, 'chip', '328P'],
    ],
    rows: [
      {
        side: 'left',
        from: 36,
        pins: ['D13~5', '3V3=+3.3', 'REF', ...each('A0 A1 A2 A3 A4 A5', avr), 'A6<5.5', 'A7<5.5', '5V=+5', 'RST', 'GND=0', 'VIN=7-12'],
      },
      { side: 'right', from: 36, pins: [...each('D12 D11 D10 D9 D8 D7 D6 D5 D4 D3 D2', avr), 'GND=0', 'RST', 'RX0~5', 'TX1~5'] },
    ],
    joined: [['RST', 'RST·2']],
  }),
  mega: drawPart({
    group: 'controllers',
    w: 648,
    h: 352,
    colour: 'teal',
    mark: 'MEGA 2560',
    markAt: [420, 96],
    boxes: [
      [-14, 44, 72, 66, 'silver', 'USB'],
      [-8, 254, 70, 56, 'chip', '7–12 V'],
      [300, 130, 92, 92, 'chip', 'ATmega2560'],
    ],
    rows: [
      { side: 'top', from: 96, pins: ['SCL~5', 'SDA~5', 'AREF', 'GND=0', ...each('D13 D12 D11 D10 D9 D8', avr)] },
      { side: 'top', from: 264, pins: each('D7 D6 D5 D4 D3 D2 D1/TX D0/RX', avr) },
      { side: 'top', from: 400, pins: each('D14/TX3 D15/RX3 D16/TX2 D17/RX2 D18/TX1 D19/RX1 D20/SDA D21/SCL', avr) },
      { side: 'bottom', from: 152, pins: powerOfUno },
      { side: 'bottom', from: 292, pins: each('A0 A1 A2 A3 A4 A5 A6 A7', avr) },
      { side: 'bottom', from: 432, pins: each('A8 A9 A10 A11 A12 A13 A14 A15', avr) },
      {
        side: 'right',
        inset: 52,
        from: 32,
        pins: ['5V=+5', ...each('D22 D24 D26 D28 D30 D32 D34 D36 D38 D40 D42 D44 D46 D48 D50 D52', avr), 'GND=0'],
      },
      {
        side: 'right',
        from: 32,
        inset: 8,
        pins: ['5V=+5', ...each('D23 D25 D27 D29 D31 D33 D35 D37 D39 D41 D43 D45 D47 D49 D51 D53', avr), 'GND=0'],
      },
    ],
    joined: [
      ['D20/SDA', 'SDA'],
      ['D21/SCL', 'SCL'],
    ],
  }),
  esp32: drawPart({
    group: 'controllers',
    w: 176,
    h: 312,
    colour: 'chip',
    mark: 'ESP32 DevKit',
    markAt: [88, 216],
    boxes: [
      [46, 30, 84, 108, 'silver', 'ESP-WROOM-32'],
      [46, 12, 84, 18, 'gold'],
      [68, 288, 40, 34, 'silver', 'USB'],
    ],
    rows: [
      {
        side: 'left',
        from: 44,
        pins: ['EN', ...each('VP VN D34 D35', '<3.6'), ...each('D32 D33 D25 D26 D27 D14 D12 D13', logic3), 'GND=0', 'VIN=5-12'],
      },
      {
        side: 'right',
        from: 44,
        pins: [...each('D23 D22 TX0 RX0 D21 D19 D18 D5 TX2 RX2 D4 D2 D15', logic3), 'GND=0', '3V3=+3.3'],
      },
    ],
  }),
  pico: drawPart({
    group: 'controllers',
    w: 176,
    h: 360,
    colour: 'green',
    mark: 'Pico',
    markAt: [88, 250],
    boxes: [
      [68, -8, 40, 32, 'silver', 'USB'],
      [60, 130, 56, 56, 'chip', 'RP2040'],
    ],
    rows: [
      {
        side: 'left',
        from: 28,
        pins: split('GP0 GP1 GND GP2 GP3 GP4 GP5 GND GP6 GP7 GP8 GP9 GND GP10 GP11 GP12 GP13 GND GP14 GP15').map((pin) =>
          pin === 'GND' ? 'GND=0' : pin + logic3,
        ),
      },
      {
        side: 'right',
        from: 28,
        pins: [
          'VBUS=+5',
          'VSYS=1.8-5.5',
          'GND=0',
          '3V3_EN',
          '3V3=+3.3',
          'ADC_VREF',
          'GP28~3.3',
          'AGND=0',
          'GP27~3.3',
          'GP26~3.3',
          'RUN',
          'GP22~3.3',
          'GND=0',
          ...each('GP21 GP20 GP19 GP18', logic3),
          'GND=0',
          ...each('GP17 GP16', logic3),
        ],
      },
    ],
    joined: [['GND', 'AGND']],
  }),
}
