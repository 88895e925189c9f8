/** Log anomaly detectors, which are stored but detect nothing. */
@NullMarked
package io.vpclocal.logs.anomaly;

import org.jspecify.annotations.NullMarked;
