/**
 * The ink engine: framework-free. It imports types of the core and nothing of the page; points stay in here.
 */
export { arrowPath, middleOf, type Arrow } from './arrow';
export type { View } from './camera';
export { newId, readPack, type Ink } from './codec';
export { Easel } from './easel';
export { sweepsArrow, sweepsBox, type Erasing, type Sweep } from './eraser';
export { COLOURS, FRAME, frameHeight, GEARS, onionPaintOf, paintOf, SIZES, TOOLS, type Gear } from './frame';
export { stepOf } from './keyHand';
export { Outbox, type Parcel, type Trouble, type Verdict } from './outbox';
export { Sheet } from './sheet';
export { SignaturePad } from './signaturePad';
export { Drawn, type Box } from './stroke';
