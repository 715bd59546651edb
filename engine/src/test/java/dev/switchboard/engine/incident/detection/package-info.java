/** Tests of detection: scenarios in words, and what holds of every stream of reports. */
@NullMarked
package dev.switchboard.engine.incident.detection;

import org.jspecify.annotations.NullMarked;
