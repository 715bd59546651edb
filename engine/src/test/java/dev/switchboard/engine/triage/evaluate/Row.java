package dev.switchboard.engine.triage.evaluate;

import dev.switchboard.engine.triage.classify.Labelled;

/** A labelled text and where it comes from: a domain, an airline. */
record Row(String text, String label, String domain) {
  Labelled labelled() {
    return new Labelled(text, label);
  }
}
