/**
 * The promise: how many of those who need help may be set aside, the threshold that keeps it, the
 * bound that is shown, and the audit that checks it.
 */
@NullMarked
package dev.switchboard.engine.triage.promise;

import org.jspecify.annotations.NullMarked;
