/** Commands that serve a page instead of writing a run: {@link org.thalweg.cli.page.ExploreCommand}. */
package org.thalweg.cli.page;
