import '../hardware-chart/hardware-chart.define.js';
import '../latency-chart/latency-chart.define.js';
import '../metric-chart/metric-chart.define.js';
import '../pending-chart/pending-chart.define.js';
import '../replica-status/replica-status.define.js';
import '../requests-chart/requests-chart.define.js';
import '../stat/stat.define.js';
import '../timeframe/timeframe.define.js';
import '../toolbar/toolbar.define.js';
import '../view/view.define.js';
import { define } from '../base/define.js';
import { Analytics } from './analytics.js';

define('ie-analytics', Analytics);
