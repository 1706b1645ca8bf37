import { define } from '../base/define.js';
import { ReplicaStatus } from './replica-status.js';

define('ie-replica-status', ReplicaStatus);
