/**
 * Waves of operations on handlers of all types, side by side and disturbed, drawn from a seed and held against what must
 * never happen. A seed always gives the same course of events.
 */
@NullMarked
package com.paloaltonetworks.cloudngfw.resilience.wave;

import org.jspecify.annotations.NullMarked;
