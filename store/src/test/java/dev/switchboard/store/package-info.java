@NullMarked
package dev.switchboard.store;

import org.jspecify.annotations.NullMarked;
