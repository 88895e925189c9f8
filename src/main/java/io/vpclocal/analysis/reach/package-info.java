/** Searches paths through a network, writes them in AWS's format, and explains why a path does not exist. */
@NullMarked
package io.vpclocal.analysis.reach;

import org.jspecify.annotations.NullMarked;
