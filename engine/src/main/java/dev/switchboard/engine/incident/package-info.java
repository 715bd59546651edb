/**
 * From a brand's posts to its incidents in one flow: groups, detection, causes, people's word.
 * {@link dev.switchboard.engine.incident.Incidents} is one brand, {@link
 * dev.switchboard.engine.incident.AllIncidents} all of them.
 */
@NullMarked
package dev.switchboard.engine.incident;

import org.jspecify.annotations.NullMarked;
