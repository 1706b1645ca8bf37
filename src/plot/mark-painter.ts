export type { AxisRoom, MarkPainter, MarkPainters } from './painter.js';
