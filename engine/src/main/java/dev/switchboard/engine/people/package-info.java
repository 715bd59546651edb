/**
 * Who people are to the company, what they may do and can do, when they work and how much they
 * hold, and how long a wrong password keeps them out.
 */
@NullMarked
package dev.switchboard.engine.people;

import org.jspecify.annotations.NullMarked;
