/**
 * By when the company wants to have done what: business hours of a time zone with holidays, targets
 * counted in them, and breaches, foreseen before they come.
 */
@NullMarked
package dev.switchboard.engine.deadline;

import org.jspecify.annotations.NullMarked;
