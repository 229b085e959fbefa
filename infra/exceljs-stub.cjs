// Stands in for archiver, unzipper, fast-csv and tmp. exceljs asks tmp for this on load; any other use is a mistake that fails by name.
module.exports = { setGracefulCleanup() {} };
