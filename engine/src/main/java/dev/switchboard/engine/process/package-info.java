/**
 * A company's flow: the steps that its cases take, who may act in each, what must be approved, when
 * somebody else is called; and the rules by which a case goes through it.
 */
@NullMarked
package dev.switchboard.engine.process;

import org.jspecify.annotations.NullMarked;
