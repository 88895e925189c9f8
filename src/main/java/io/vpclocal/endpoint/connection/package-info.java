/** Endpoints as the owners of their services see them: connections to accept or reject, with their events. */
@NullMarked
package io.vpclocal.endpoint.connection;

import org.jspecify.annotations.NullMarked;
