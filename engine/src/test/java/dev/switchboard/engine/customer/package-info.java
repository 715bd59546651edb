@NullMarked
package dev.switchboard.engine.customer;

import org.jspecify.annotations.NullMarked;
