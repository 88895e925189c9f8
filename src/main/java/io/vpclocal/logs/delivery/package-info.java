/** Delivery sources, delivery destinations, and deliveries between them. */
@NullMarked
package io.vpclocal.logs.delivery;

import org.jspecify.annotations.NullMarked;
