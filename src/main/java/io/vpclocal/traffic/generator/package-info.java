/** Traffic in the background: what the generators send that were started, and when. */
@NullMarked
package io.vpclocal.traffic.generator;

import org.jspecify.annotations.NullMarked;
