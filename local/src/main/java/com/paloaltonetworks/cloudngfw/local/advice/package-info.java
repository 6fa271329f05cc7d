/**
 * What is worth saying of a template that is not wrong: rules that never decide, objects that nobody uses, logs that will not
 * arrive. {@link com.paloaltonetworks.cloudngfw.local.advice.Advice} is the way in. Everything here is a warning, and what
 * only a deploy can tell makes it silent.
 */
@NullMarked
package com.paloaltonetworks.cloudngfw.local.advice;

import org.jspecify.annotations.NullMarked;
