/** What the service's model says of every request, checked before anything else and told in AWS's words. */
@NullMarked
package io.vpclocal.logs.model;

import org.jspecify.annotations.NullMarked;
