@NullMarked
package dev.switchboard.store.log;

import org.jspecify.annotations.NullMarked;
