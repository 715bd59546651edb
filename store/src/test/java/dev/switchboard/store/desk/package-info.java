@NullMarked
package dev.switchboard.store.desk;

import org.jspecify.annotations.NullMarked;
