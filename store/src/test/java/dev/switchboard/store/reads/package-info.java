@NullMarked
package dev.switchboard.store.reads;

import org.jspecify.annotations.NullMarked;
