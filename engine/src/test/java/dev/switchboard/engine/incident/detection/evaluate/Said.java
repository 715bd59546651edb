package dev.switchboard.engine.incident.detection.evaluate;

import java.time.Instant;

/**
 * A customer's post of the labelled data.
 *
 * @param label what people said it is about, or empty
 */
record Said(long id, String author, Instant at, String text, String label) {
  Said at(Instant other, long newId) {
    return new Said(newId, "planted " + newId, other, text, label);
  }
}
