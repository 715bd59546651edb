package dev.switchboard.server.triage;

import dev.switchboard.engine.triage.DefaultTriage;
import dev.switchboard.engine.triage.promise.Promise;
import dev.switchboard.engine.triage.promise.SetAsideRule;

/**
 * What decides for a brand. Immutable.
 *
 * @param version 1 for the default
 * @param labels how many it has learned from
 */
record Published(DefaultTriage triage, SetAsideRule rule, int version, long labels) {

  static Published byDefault(Promise promise) {
    DefaultTriage triage = DefaultTriage.load();
    return new Published(triage, SetAsideRule.nothing(promise), triage.version(), 0);
  }
}
