/** Paths of Reachability Analyzer and their analyses, as the EC2 API has them. */
@NullMarked
package io.vpclocal.analysis.path;

import org.jspecify.annotations.NullMarked;
