/** The sidebar's first line: which view the menu asked for. */
document.body.dataset.ready = document.body.dataset.view ?? 'home';
