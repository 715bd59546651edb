/**
 * How companies tell what they changed and what depends on what: changes as JSON, in the simple
 * form or as CloudEvents with CDEvents in them, and service maps as YAML.
 */
@NullMarked
package dev.switchboard.channels.changes;

import org.jspecify.annotations.NullMarked;
