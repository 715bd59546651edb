/**
 * Texts to labels of any kind: learned from labelled texts in one go, calibrated, scored from any
 * thread, evaluated.
 */
@NullMarked
package dev.switchboard.engine.triage.classify;

import org.jspecify.annotations.NullMarked;
