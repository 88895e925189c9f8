/** The actions that create, change and delete endpoints. */
@NullMarked
package io.vpclocal.endpoint.action;

import org.jspecify.annotations.NullMarked;
