package dev.switchboard.engine.incident.detection.evaluate;

import java.util.List;

/** What watches a stream of posts for bursts: the engine, or a rule beside it. */
interface Watch {
  /** Takes the next post; the posts of each alarm that it raises. */
  List<List<Long>> alarms(Said post);

  /** Another one that goes on from here. */
  Watch copy();
}
