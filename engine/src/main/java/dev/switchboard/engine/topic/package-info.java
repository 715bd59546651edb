/** What a company is careful about, and how a customer's words tell it. */
@NullMarked
package dev.switchboard.engine.topic;

import org.jspecify.annotations.NullMarked;
