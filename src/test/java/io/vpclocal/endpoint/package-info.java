@NullMarked
package io.vpclocal.endpoint;

import org.jspecify.annotations.NullMarked;
