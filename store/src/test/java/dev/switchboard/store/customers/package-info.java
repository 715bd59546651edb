@NullMarked
package dev.switchboard.store.customers;

import org.jspecify.annotations.NullMarked;
