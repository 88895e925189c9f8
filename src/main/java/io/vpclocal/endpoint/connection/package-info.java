/** Endpoint connections for the owners of services: to accept or reject, with their events. */
@NullMarked
package io.vpclocal.endpoint.connection;

import org.jspecify.annotations.NullMarked;
