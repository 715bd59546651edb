@NullMarked
package dev.switchboard.store.intake;

import org.jspecify.annotations.NullMarked;
