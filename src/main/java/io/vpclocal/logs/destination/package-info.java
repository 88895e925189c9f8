/** Destinations: what other accounts may subscribe. */
@NullMarked
package io.vpclocal.logs.destination;

import org.jspecify.annotations.NullMarked;
