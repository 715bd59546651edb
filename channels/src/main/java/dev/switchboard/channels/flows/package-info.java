/**
 * Companies' flows as YAML: how they are read, with the place of each mistake, and those that ship.
 */
@NullMarked
package dev.switchboard.channels.flows;

import org.jspecify.annotations.NullMarked;
