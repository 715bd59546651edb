/** Judges detection: on the made-up world, and on labelled data that is not part of the project. */
@NullMarked
package dev.switchboard.engine.incident.detection.evaluate;

import org.jspecify.annotations.NullMarked;
