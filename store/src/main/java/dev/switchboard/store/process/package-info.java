/** How companies work on their cases: their flows, and which brand works by which. */
@NullMarked
package dev.switchboard.store.process;

import org.jspecify.annotations.NullMarked;
