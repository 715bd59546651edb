@NullMarked
package dev.switchboard.store.process;

import org.jspecify.annotations.NullMarked;
