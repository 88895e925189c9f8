/** Log events: putting them, delivering them on behalf of services, and reading them in pages. */
@NullMarked
package io.vpclocal.logs.event;

import org.jspecify.annotations.NullMarked;
