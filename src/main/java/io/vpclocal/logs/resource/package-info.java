/** Resources of this service that have an ARN, a definition and tags. */
@NullMarked
package io.vpclocal.logs.resource;

import org.jspecify.annotations.NullMarked;
