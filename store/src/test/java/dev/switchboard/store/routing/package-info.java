@NullMarked
package dev.switchboard.store.routing;

import org.jspecify.annotations.NullMarked;
