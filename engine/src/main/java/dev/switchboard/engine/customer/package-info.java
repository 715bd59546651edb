/** Who a customer is: authors joined by hand, and authors of whom nobody wants to hear. */
@NullMarked
package dev.switchboard.engine.customer;

import org.jspecify.annotations.NullMarked;
