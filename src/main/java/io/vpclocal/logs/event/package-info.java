/** Log events: PutLogEvents, delivery on behalf of services, and reading in pages. */
@NullMarked
package io.vpclocal.logs.event;

import org.jspecify.annotations.NullMarked;
