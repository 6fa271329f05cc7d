/** Edits of the source that a reviewer might let pass, and a program that demands of the tests that they do not. */
@NullMarked
package com.paloaltonetworks.cloudngfw.mutants;

import org.jspecify.annotations.NullMarked;
