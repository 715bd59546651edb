/**
 * Who people are to the company, what they may do, and how long a wrong password keeps them out.
 */
@NullMarked
package dev.switchboard.engine.people;

import org.jspecify.annotations.NullMarked;
