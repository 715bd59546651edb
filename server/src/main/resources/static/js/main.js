import { startComposer } from "./composer.js";
import { startCounts } from "./counts.js";
import { startExceptions } from "./exceptions.js";
import { startKeys } from "./keys.js";
import { startList } from "./list.js";
import { startLive } from "./live.js";
import { startPane } from "./pane.js";
import { startTalk } from "./talk.js";
import { startTimes } from "./times.js";

startTalk();
startComposer();
startList();
startPane();
startExceptions();
startCounts();
startKeys();
startTimes();
startLive();
