/** Searches for paths through a network, writes those found as AWS does, and explains why there is none. */
@NullMarked
package io.vpclocal.analysis.reach;

import org.jspecify.annotations.NullMarked;
